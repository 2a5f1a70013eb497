import Image from 'next/image'

import type { PublicProduct } from '../../shop'

import { ProductArt } from './ProductArt'

type ProductPictureProps = {
  /** The first picture of a page is fetched at once; those in lists wait. */
  isFirst?: boolean
  product: Pick<PublicProduct, 'images' | 'kind'>
  sizes: string
}

/** A product's first picture, or the drawing of its kind, in a frame of fixed shape. */
export function ProductPicture({ isFirst = false, product, sizes }: ProductPictureProps) {
  const [image] = product.images
  return (
    <div className="relative aspect-[16/9] overflow-hidden">
      {image ? (
        <Image
          alt={image.alt}
          className="object-cover"
          fill
          loading={isFirst ? 'eager' : 'lazy'}
          sizes={sizes}
          src={image.url}
        />
      ) : (
        <ProductArt kind={product.kind} />
      )}
    </div>
  )
}
